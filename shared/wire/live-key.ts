const SITE = 'pk_'
const LIVE = 'pk_live_'

/** A site key as detectip's clients write it: the public half of an `sk_live_…`. */
export const liveKeyOf = (siteKey: string): string => `${LIVE}${siteKey.slice(SITE.length)}`

/** The site key that such a client means; undefined for what is none. A site key may begin like one by chance: ask for it as it is first. */
export const siteKeyOfLive = (key: string): string | undefined => (key.startsWith(LIVE) ? `${SITE}${key.slice(LIVE.length)}` : undefined)
