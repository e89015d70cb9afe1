import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { server } from "#testing/server";
import { ApiError, request } from "./client";
import { describeError } from "./describe-error";

const PATH = "/api/v1/thing/";

async function failure(answer: () => Response): Promise<ApiError> {
  server.use(http.get(`*${PATH}`, answer));
  const error = await request(PATH).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

describe("request", () => {
  it("returns the answer's JSON", async () => {
    server.use(http.get(`*${PATH}`, () => HttpResponse.json({ jar: 1 })));
    expect(await request(PATH)).toEqual({ jar: 1 });
  });

  it("keeps what the server said about a refusal", async () => {
    const error = await failure(() => HttpResponse.json({ detail: "No" }, { status: 400 }));
    expect(error).toMatchObject({ status: 400, detail: "No" });
    expect(describeError(error)).toBe("No");
  });

  it("names the number under which our log knows a failure of ours", async () => {
    const answer = { detail: "Broke", request: "3f1d0c9e7a52" };
    const error = await failure(() => HttpResponse.json(answer, { status: 500 }));
    expect(describeError(error)).toMatch(/try again in a minute\. .*number: 3f1d0c9e7a52$/);
    const proxy = await failure(() => HttpResponse.html("<h1>Bad gateway</h1>", { status: 502 }));
    expect(describeError(proxy)).toMatch(/try again in a minute\.$/);
  });

  it("says when to try again after too many tries", async () => {
    const headers = { "Retry-After": "90" };
    const error = await failure(() => HttpResponse.json({}, { status: 429, headers }));
    expect(describeError(error)).toContain("2 minutes");
  });

  it("takes a page of HTML for a failure, whatever its status", async () => {
    const error = await failure(() => HttpResponse.html("<h1>Hotel Wi-Fi</h1>"));
    expect(error.status).toBe(200);
  });

  it("turns no answer into status 0 and advice about the connection", async () => {
    const error = await failure(() => HttpResponse.error());
    expect(error.status).toBe(0);
    expect(describeError(error)).toContain("connection");
  });
});
