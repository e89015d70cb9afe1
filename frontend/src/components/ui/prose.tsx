import styles from "./prose.module.css";

interface Props {
  /** Paragraphs are separated by blank lines; single line breaks are kept. */
  text: string;
  /** BCP 47, where it is not the page's language. */
  lang?: string | undefined;
  className?: string | undefined;
}

/** Running text of a comfortable width. */
export function Prose({ text, lang, className }: Props) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <div className={`${styles.prose} ${className ?? ""}`} lang={lang}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph.trim()}
        </p>
      ))}
    </div>
  );
}
