import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { Letter } from "./letter";
import { LetterPhoto } from "./letter-photo";
import { LetterTexts } from "./letter-texts";

/** The beekeeper's letter: its photo can be enlarged, and its two languages take turns. */
export default function BeekeeperLetterPage({ story }: { story: Story }) {
  const { letter } = story.beekeeper;
  return (
    <FlowPage page="beekeeper-letter" story={story}>
      <Letter
        beekeeper={story.beekeeper}
        photo={letter?.photo && <LetterPhoto photo={letter.photo} />}
        texts={letter && <LetterTexts letter={letter} />}
      />
    </FlowPage>
  );
}
