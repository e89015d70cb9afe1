import { i18n } from "@lingui/core";
import { messages } from "./en.po";

// Numbers and dates are written as in Britain: "2 September 2026".
i18n.loadAndActivate({ locale: "en", locales: "en-GB", messages });

export { i18n };
