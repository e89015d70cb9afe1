import { Trans } from "@lingui/react/macro";
import { FootprintIcon } from "#art/footprint-icon";
import styles from "./no-study.module.css";

/** Stands where a footprint would, for a honey that has none. */
export function NoStudy() {
  return (
    <div className={styles.none}>
      <FootprintIcon className={styles.icon} />
      <p className={styles.lead}>
        <Trans>No study exists yet.</Trans>
      </p>
      <p>
        <Trans>
          What this honey emitted on its way has not been measured. We give no figure rather than a
          guess; once there is a study, it stands here with its method and source, whatever it says.
        </Trans>
      </p>
    </div>
  );
}
