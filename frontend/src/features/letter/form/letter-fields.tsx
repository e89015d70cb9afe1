import { Trans } from "@lingui/react/macro";
import type { LetterField as FieldName, Letter } from "#features/letter/letter";
import { LetterField } from "./letter-field";
import { MessageHint } from "./message-hint";

interface Props {
  /** What the fields' own ids begin with. */
  id: string;
  beekeeper: string;
  letter: Letter;
  /** What is wrong with each field, in words. */
  texts: Partial<Record<FieldName, string>>;
  onChange: (field: FieldName, value: string) => void;
}

/** The three fields of a letter. */
export function LetterFields({ id, beekeeper, letter, texts, onChange }: Props) {
  const bind = (field: FieldName) => ({
    id: `${id}-${field}`,
    name: field,
    value: letter[field],
    problem: texts[field],
    onChange: (value: string) => onChange(field, value),
  });
  return (
    <>
      <LetterField
        {...bind("name")}
        label={<Trans>Your name</Trans>}
        hint={<Trans>As you would like {beekeeper} to call you</Trans>}
        autoComplete="name"
        required
      />
      <LetterField
        {...bind("message")}
        label={<Trans>Your message</Trans>}
        hint={<MessageHint message={letter.message} />}
        required
        long
      />
      <LetterField
        {...bind("email")}
        type="email"
        label={<Trans>Your email address (if you like)</Trans>}
        hint={<Trans>Only so that the reply can reach you</Trans>}
        autoComplete="email"
      />
    </>
  );
}
