/**
 * Whether lengths of page, window and screen can be compared at all: a top window on a desktop, opened, and not zoomed (zoom and
 * scaled screens change the device pixel ratio). Asking may lay the page out, so not while it loads.
 */
export function isPlainDesktopWindow(): boolean {
  const scale = window.visualViewport?.scale ?? 1
  return devicePixelRatio === 1 && scale === 1 && outerWidth > 0 && !navigator.maxTouchPoints && window === window.top
}
