import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "#api/client";
import type { Outcome } from "#features/letter/outbox/letter-queue";
import type { Send } from "#features/letter/use-send";
import { renderAt } from "#testing/render";
import { LetterForm } from "./letter-form";

const name = () => screen.getByLabelText<HTMLInputElement>("Your name");
const message = () => screen.getByLabelText<HTMLTextAreaElement>("Your message");
const email = () => screen.getByLabelText<HTMLInputElement>(/email/);

const sent: Outcome = { state: "sent", path: "/letters/secret", isRemembered: true };

function renderForm(onSend = vi.fn<Send>(async () => sent)) {
  return { onSend, ...renderAt("/", <LetterForm code="JAR" beekeeper="Asha" onSend={onSend} />) };
}

const send = () => screen.getByRole("button", { name: "Send it to Asha" });

beforeEach(() => sessionStorage.clear());

describe("LetterForm", () => {
  it("keeps what was written, for this jar alone, when the page is left", async () => {
    const { user, unmount } = renderForm();
    await user.type(name(), "Ann");
    await user.type(message(), "Asante!");
    unmount();
    const { unmount: leave } = renderForm();
    expect([name().value, message().value]).toEqual(["Ann", "Asante!"]);
    leave();
    renderAt("/", <LetterForm code="OTHER" beekeeper="Asha" onSend={async () => sent} />);
    expect(message().value).toBe("");
  });

  it("leads to each field that is not right, and says why beside it", async () => {
    const { user, onSend } = renderForm();
    await user.type(name(), "Ann");
    await user.type(email(), "ann at home");
    await user.click(send());
    expect(onSend).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole("region", { name: /Before it can/ }));
    const reason = document.getElementById(`${email().id}-problem`);
    expect(email().getAttribute("aria-describedby")).toContain(reason?.id);
    expect(reason?.textContent).toContain("name@example.org");
    await user.click(screen.getByRole("button", { name: "Please write a message." }));
    expect(document.activeElement).toBe(message());
  });

  it("takes the reproach away as soon as the field is changed", async () => {
    const { user } = renderForm();
    await user.click(send());
    expect(message().getAttribute("aria-invalid")).toBe("true");
    await user.type(message(), "H");
    expect(message().getAttribute("aria-invalid")).toBe("false");
    expect(name().getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(message());
  });

  it("counts down, and says kindly how much is too much", async () => {
    const { user } = renderForm();
    expect(screen.getByText("2,000 characters left")).toBeTruthy();
    await user.click(message());
    await user.paste("x".repeat(2003));
    expect(message().value).toHaveLength(2003);
    expect(screen.getByRole("status").textContent).toBe("3 characters too many");
  });

  it("sends the letter once, thanks, and keeps nothing of it", async () => {
    const { user, onSend } = renderForm();
    await user.type(name(), " Ann ");
    await user.type(message(), "Asante!");
    await user.dblClick(send());
    expect(await screen.findByText(/^Your message is on its way to/)).toBeTruthy();
    const letter = { name: "Ann", message: "Asante!", email: "" };
    const consent = expect.stringContaining("you agree that our team reads your message");
    expect(onSend).toHaveBeenCalledExactlyOnceWith(letter, { consent, trap: "", photo: null });
    expect(screen.getByRole("link").getAttribute("href")).toBe("/letters/secret");
    expect(sessionStorage).toHaveLength(0);
  });

  it("loses no word when sending fails, and can try again", async () => {
    const onSend = vi.fn<Send>(async () => sent).mockRejectedValueOnce(new ApiError(503));
    const { user } = renderForm(onSend);
    await user.type(name(), "Ann");
    await user.type(message(), "Asante!");
    await user.click(send());
    expect((await screen.findByRole("alert")).textContent).toContain("Your words are still here");
    expect(message().value).toBe("Asante!");
    await user.click(send());
    expect(await screen.findByText(/on its way/)).toBeTruthy();
  });

  it("shows beside its field what the server does not accept", async () => {
    const refusal = new ApiError(400, { email: ["This address cannot be."] });
    const { user } = renderForm(vi.fn<Send>(async () => sent).mockRejectedValueOnce(refusal));
    await user.type(name(), "Ann");
    await user.type(message(), "Asante!");
    await user.click(send());
    const reason = await screen.findByText("This address cannot be.", { selector: "p" });
    expect(email().getAttribute("aria-describedby")).toContain(reason.id);
    expect(screen.queryByRole("alert")).toBeNull();
    await user.type(email(), "a@example.org");
    expect(email().getAttribute("aria-invalid")).toBe("false");
  });

  it("says honestly when a letter only waits", async () => {
    const { user } = renderForm(
      vi.fn<Send>(async () => ({ state: "waiting", withoutPhoto: false })),
    );
    await user.type(name(), "Ann");
    await user.type(message(), "Asante!");
    await user.click(send());
    expect(await screen.findByText("Your message waits on this device")).toBeTruthy();
    expect(screen.queryByText(/on its way/)).toBeNull();
  });
});
