import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import styles from "./nutrition-table.module.css";

/** The nutrition declaration, for 100 g. */
export function NutritionTable({ rows }: { rows: Story["honey"]["nutrition"] }) {
  return (
    <table className={styles.table}>
      <caption>
        <Trans>Nutrition, for 100 g</Trans>
      </caption>
      <tbody>
        {rows.map(({ name, per_100g: amount }) => (
          <tr key={name}>
            <th scope="row" data-part={/^of which/i.test(name) || undefined}>
              {name}
            </th>
            <td>{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
