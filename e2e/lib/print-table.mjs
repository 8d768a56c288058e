import { drivers } from './drivers.mjs'

/** @param {string} title @param {readonly string[]} head @param {readonly (readonly string[])[]} cells */
export function printTable(title, head, cells) {
  const widths = head.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]?.length ?? 0)))
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(72)
  console.log(['', title, rule, line(head), rule, ...cells.map(line), rule].join('\n'))
}

/** @param {readonly string[]} absent drivers that should have run and did not */
export function printAbsent(absent) {
  if (absent.length === 0) return
  console.log(`NOT RUN: ${absent.join(', ')}`)
  const people = drivers('people')
  if (absent.some((name) => people.includes(name)))
    console.log('People need recordings, which VOUCHSAFE_DATA names; nothing here shows that they are let through.')
}
