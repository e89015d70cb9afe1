import { useLingui } from "@lingui/react/macro";
import {
  LETTER_FIELDS,
  type LetterField,
  MAX_LENGTH,
  type Problems,
} from "#features/letter/letter";
import { formatNumber } from "#locales/format";

/** Says for each problem what to do about it. */
export function useProblemTexts(problems: Problems): Partial<Record<LetterField, string>> {
  const { t } = useLingui();
  const tooLong: Record<LetterField, string> = {
    name: t`Please shorten the name to ${formatNumber(MAX_LENGTH.name)} characters.`,
    message: t`Please shorten the message to ${formatNumber(MAX_LENGTH.message)} characters.`,
    email: t`Please shorten the address to ${formatNumber(MAX_LENGTH.email)} characters.`,
  };
  const otherwise: Record<LetterField, string> = {
    name: t`Please give a name to answer to.`,
    message: t`Please write a message.`,
    email: t`Please check the email address: it should look like name@example.org.`,
  };
  const texts: Partial<Record<LetterField, string>> = {};
  for (const field of LETTER_FIELDS) {
    const problem = problems[field];
    if (problem) texts[field] = problem === "too-long" ? tooLong[field] : otherwise[field];
  }
  return texts;
}
