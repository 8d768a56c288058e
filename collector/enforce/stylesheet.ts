import { element } from './element.js'

/**
 * A constructed sheet is no inline style: it needs no permission from the page's CSP. Older browsers (Safari before 16.4) get a style
 * element, which a strict CSP allows only with the page's nonce; refused, the screen is plain but works.
 */
export function addStyles(root: ShadowRoot, css: string, nonce: string | undefined): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    root.append(element('style', nonce ? { nonce } : {}, css))
  }
}
