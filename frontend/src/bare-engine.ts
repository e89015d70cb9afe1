/**
 * What our libraries expect of every engine when they are loaded, and the bare one on the server
 * has not. They use it only to move about, which nobody does there.
 */
class NoURL {
  readonly href: string;

  constructor(href: string) {
    this.href = href;
  }
}

globalThis.URL ??= NoURL as unknown as typeof URL;
