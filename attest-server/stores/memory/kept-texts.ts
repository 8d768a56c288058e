import type { KeptText, KeptTexts } from '../ports.js'
import { type Prunable, pruneMap } from './prune-map.js'

/** @param most bytes of all texts; one may take a quarter. */
export function createMemoryKeptTexts(most: number): KeptTexts & Prunable {
  const texts = new Map<string, KeptText & { readonly until: number }>()
  const sizeOf = (name: string, { text }: Pick<KeptText, 'text'>) => Buffer.byteLength(name + text)
  return {
    async get(name) {
      const found = texts.get(name)
      return found && { text: found.text, at: found.at }
    },
    async put(name, text, at, until = Infinity) {
      const bytes = sizeOf(name, { text })
      if (bytes > most / 4) return false
      const others = [...texts]
        .filter(([other]) => other !== name)
        .map(([other, kept]) => ({ other, bytes: sizeOf(other, kept), at: kept.at }))
      let left = others.reduce((sum, other) => sum + other.bytes, bytes)
      const going: string[] = []
      for (const longest of others.sort((a, b) => b.bytes - a.bytes || a.at - b.at)) {
        if (left <= most || longest.bytes < bytes) break
        going.push(longest.other)
        left -= longest.bytes
      }
      if (left > most) return false
      for (const other of going) texts.delete(other)
      texts.set(name, { text, at, until })
      return true
    },
    prune: (now) => pruneMap(texts, ({ until }) => until <= now),
  }
}
