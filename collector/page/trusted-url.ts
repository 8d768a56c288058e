interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

type Page = typeof globalThis & { trustedTypes?: PolicyFactory }

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined

/**
 * A script address that a page with `require-trusted-types-for 'script'` accepts, by the policy `vouchsafe`; elsewhere the address as
 * it is. Only addresses that come from the collector's own settings may be passed. The policy is made when it is first needed, and
 * once, because `trusted-types vouchsafe` does not allow the name a second time: hence the one variable of the page's life.
 */
export function trustedUrl(url: string): string {
  const { trustedTypes } = globalThis as Page
  if (!trustedTypes) return url
  policy ??= trustedTypes.createPolicy('vouchsafe', { createScriptURL: (address) => address })
  // The DOM's types know only strings here.
  return policy.createScriptURL(url) as string
}
