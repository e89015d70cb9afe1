import styles from "./colour-scale.module.css";
import { GRADES, gradeOf } from "./pfund";

/** The seven colour names of honey from light to dark, as swatches, with the measured one marked. */
export function ColourScale({ mmPfund }: { mmPfund: number | null }) {
  const measured = mmPfund === null ? null : gradeOf(mmPfund);
  return (
    <div aria-hidden="true" className={styles.scale}>
      {GRADES.map(({ upTo }, grade) => (
        <span
          key={upTo}
          className={styles.swatch}
          data-grade={grade}
          data-measured={grade === measured || undefined}
        />
      ))}
    </div>
  );
}
