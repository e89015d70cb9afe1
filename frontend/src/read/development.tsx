/** Draws the whole story in the browser, with Vite's development server; built pages have no script. */
import "#fonts/fallbacks.css";
import "#styles/tokens.css";
import "#styles/base.css";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { Frame } from "../app";
import { ReadPage } from "./read-page";

const root = document.getElementById("root");
const data = document.getElementById("page-data")?.textContent;
if (!root || !data) throw new Error('The page needs elements with the ids "root" and "page-data".');

const { story, address, surroundings, base } = JSON.parse(data);
createRoot(root).render(
  <Frame router={({ children }) => <BrowserRouter basename={base}>{children}</BrowserRouter>}>
    <ReadPage story={story} address={address} surroundings={surroundings} />
  </Frame>,
);
