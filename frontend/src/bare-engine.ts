/**
 * Defines what our libraries expect when they are loaded, and the server's JavaScript engine does
 * not have. They use it only to navigate, which never happens on the server.
 */
class NoURL {
  readonly href: string;

  constructor(href: string) {
    this.href = href;
  }
}

globalThis.URL ??= NoURL as unknown as typeof URL;
