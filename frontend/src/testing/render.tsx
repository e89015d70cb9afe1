import { I18nProvider } from "@lingui/react";
import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { MemoryRouter, useLocation } from "react-router";
import { i18n } from "#locales/i18n";

// Stands in for the address bar, which a MemoryRouter leaves alone.
function Address() {
  return <span data-address>{useLocation().pathname}</span>;
}

/** Renders a piece of the app at an address; returns a `user` who clicks and types. */
export function renderAt(path: string, children: ReactNode) {
  const user = userEvent.setup();
  const view = render(
    <I18nProvider i18n={i18n}>
      <MemoryRouter initialEntries={[path]}>
        {children}
        <Address />
      </MemoryRouter>
    </I18nProvider>,
  );
  return { user, ...view };
}

/** The address the reader is at. */
export function address(): string | null {
  return document.querySelector("[data-address]")?.textContent ?? null;
}
