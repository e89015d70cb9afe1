import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderAt } from "../../testing/render";
import { makeStory } from "../../testing/story";
import BeekeeperMessagePage from "./beekeeper-message-page";
import { LetterForm } from "./letter-form";

const name = () => screen.getByLabelText<HTMLInputElement>("Your name");
const message = () => screen.getByLabelText<HTMLTextAreaElement>("Your message");
const email = () => screen.getByLabelText<HTMLInputElement>(/email/);

function renderForm(onSend = vi.fn(async () => undefined)) {
  return { onSend, ...renderAt("/", <LetterForm code="JAR" beekeeper="Asha" onSend={onSend} />) };
}

const send = () => screen.getByRole("button", { name: "Send it to Asha" });

beforeEach(() => sessionStorage.clear());

describe("BeekeeperMessagePage", () => {
  it("says before the form that sending is not open, and has no button that does nothing", () => {
    renderAt("/", <BeekeeperMessagePage story={makeStory()} />);
    const notice = screen.getByRole("note");
    expect(notice.textContent).toContain("Sending is not open yet");
    expect(notice.compareDocumentPosition(name())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.queryByRole("button", { name: /send/i })).toBeNull();
  });
});

describe("LetterForm", () => {
  it("keeps what was written, for this jar alone, when the page is left", async () => {
    const { user, unmount } = renderForm();
    await user.type(name(), "Ann");
    await user.type(message(), "Asante!");
    unmount();
    const { unmount: leave } = renderForm();
    expect([name().value, message().value]).toEqual(["Ann", "Asante!"]);
    leave();
    renderAt("/", <LetterForm code="OTHER" beekeeper="Asha" />);
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
    expect(await screen.findByText("Your message is on its way to Asha.")).toBeTruthy();
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ name: "Ann", message: "Asante!", email: "" });
    expect(sessionStorage).toHaveLength(0);
  });

  it("loses no word when sending fails, and can try again", async () => {
    const onSend = vi.fn(async () => undefined).mockRejectedValueOnce(new TypeError("offline"));
    const { user } = renderForm(onSend);
    await user.type(name(), "Ann");
    await user.type(message(), "Asante!");
    await user.click(send());
    expect((await screen.findByRole("alert")).textContent).toContain("Your words are still here");
    expect(message().value).toBe("Asante!");
    await user.click(send());
    expect(await screen.findByText(/on its way/)).toBeTruthy();
  });
});
