interface Policy {
  createScriptURL(url: string): unknown
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

/** Where copies of the collector find each other's policy. */
const KEY = Symbol.for('vouchsafe.trusted-types')

type Page = typeof globalThis & { trustedTypes?: PolicyFactory; [KEY]?: Policy }

/**
 * A script address that a page with `require-trusted-types-for 'script'` accepts, by the policy `vouchsafe`; elsewhere the address as
 * it is. Only addresses that come from the collector's own settings may be passed. The policy is made when it is first needed, and
 * once for the page, however many copies of the collector it has: `trusted-types vouchsafe` does not allow the name a second time.
 */
export function trustedUrl(url: string): string {
  const page = globalThis as Page
  if (!page.trustedTypes) return url
  page[KEY] ??= page.trustedTypes.createPolicy('vouchsafe', { createScriptURL: (address) => address })
  // The DOM's types know only strings here.
  return page[KEY].createScriptURL(url) as string
}
