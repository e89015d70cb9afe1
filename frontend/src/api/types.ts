import type { components } from "./schema";

type Schemas = components["schemas"];

export type PageData = Schemas["PageData"];
export type Picture = Schemas["Picture"];
export type Story = Schemas["Story"];
export type UnknownCode = Schemas["UnknownCode"];
