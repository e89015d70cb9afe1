import type { Story } from "#api/types";
import { FlowPage } from "#components/flow/flow-page";
import { type OwnPageName, ownName } from "#paths";
import { Composed } from "./composed";

/** A page that the enterprise has composed. */
export default function OwnPage({ story, page }: { story: Story; page: OwnPageName }) {
  const pages = story.contents.flatMap((chapter) => chapter.pages);
  const composed = pages.find(({ slug }) => ownName(slug) === page);
  return (
    composed && (
      <FlowPage page={page} story={story}>
        <Composed page={composed} />
      </FlowPage>
    )
  );
}
