import type { components } from "./schema";

type Schemas = components["schemas"];

export type Claim = Story["claims"][number];
export type NewLetter = Schemas["NewLetterRequest"];
export type ReceivedLetter = Schemas["ReceivedLetter"];
export type Picture = Schemas["Picture"];
export type Recording = Schemas["Recording"];
export type Story = Schemas["Story"];
export type OwnPage = Schemas["OwnPage"];
export type OwnBlock = Schemas["OwnBlock"];
export type UnknownCode = Pick<Schemas["UnknownCode"], "code" | "suggestions">;

/** What Django draws a page from: a story and its code, an unknown code, or neither. */
export interface PageData {
  code: string | null;
  /** Travels with a preview alone; the story of another page is fetched by its code. */
  story: Story | null;
  unknown_code: UnknownCode | null;
  /** In a private preview, what stands before the address of every page. */
  base?: string;
}
