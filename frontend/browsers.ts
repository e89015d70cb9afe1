/**
 * The oldest browsers in which everything works: iOS 15.4 (the last for an iPhone 6s and 7 is
 * 15.8), Samsung Internet 20 (its engine is Chromium 106), the older of Firefox's two extended
 * releases, and two years of Chrome. Older ones still get every page as the server draws it.
 * `scripts/browser-support.ts` refuses what one of them lacks; the names are those of
 * https://github.com/mdn/browser-compat-data.
 */
export const OLDEST = {
  chrome: 131,
  chrome_android: 131,
  edge: 131,
  firefox: 140,
  firefox_android: 140,
  safari: 15.4,
  safari_ios: 15.4,
  samsunginternet_android: 20,
} as const;

/** The same for the build, which writes newer syntax in an older way. */
export const TARGETS = ["chrome106", "firefox140", "ios15.4", "safari15.4"];
