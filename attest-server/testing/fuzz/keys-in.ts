/** What looks like a key of ours. */
const KEYS = /\b(?:sk_live_|detlab_|afk_|yeb_)?[0-9a-f]{64}\b|\bsk_[\w-]{11}_[\w-]{32}(?![\w-])/g

/** Those of the keys that stand in a text. */
export const keysIn = (text: string, keys: ReadonlySet<string>): readonly string[] =>
  (text.match(KEYS) ?? []).filter((key) => keys.has(key))
