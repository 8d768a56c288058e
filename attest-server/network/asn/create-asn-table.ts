import { type AsnClass, asnClasses } from './asn-class.js'

export interface AsnEntry {
  readonly class: AsnClass
  /** Who runs it, as people know them. */
  readonly operator: string
}

/** When the lines were last gone through: 2026-11-21. Hosters rarely change hands, and new ones are unknown until then. */
export const ASN_TABLE_REVIEWED = 1_795_219_200

/** @param lines `Name: 64496 64497`, one operator each */
function entriesOf(name: AsnClass, lines: string): (readonly [number, AsnEntry])[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const at = line.lastIndexOf(': ')
      const entry: AsnEntry = { class: name, operator: line.slice(0, at) }
      return line
        .slice(at + 2)
        .split(' ')
        .map((asn) => [Number(asn), entry] as const)
    })
}

/** What is publicly known of networks by their AS numbers; who is not in it is of no known class. */
export function createAsnTable(): ReadonlyMap<number, AsnEntry> {
  const names = Object.keys(asnClasses) as AsnClass[]
  return new Map(names.flatMap((name) => entriesOf(name, asnClasses[name])))
}
