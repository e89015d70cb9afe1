import { useLingui } from "@lingui/react/macro";
import { FLOW_TITLES } from "#components/page/flow-titles";
import { FLOW_NAMES } from "#paths";
import styles from "./contents.module.css";

/** Leads to the parts of the page. */
export function Contents() {
  const { t, i18n } = useLingui();
  return (
    <nav aria-label={t`On this page`} className={styles.contents}>
      <ul>
        {FLOW_NAMES.map((flow) => (
          <li key={flow}>
            <a href={`#${flow}`}>{i18n._(FLOW_TITLES[flow])}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
