/**
 * What `npm audit --json` found: `clean`, `vulnerable` with a line for each package, or `unavailable`, with why, where it had nobody to ask.
 *
 * @typedef {{ kind: 'clean' } | { kind: 'vulnerable', lines: readonly string[] } | { kind: 'unavailable', why: string }} AuditReport
 */

/**
 * @param {string} text what it wrote
 * @returns {AuditReport} never `clean` for what is no report
 */
export function readAudit(text) {
  const report = parse(text)
  const found = report?.vulnerabilities
  if (typeof found !== 'object' || found === null || typeof report?.metadata !== 'object')
    return { kind: 'unavailable', why: String(report?.message ?? report?.error?.summary ?? 'npm wrote no report') }
  const lines = Object.entries(found).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`)
  return lines.length === 0 ? { kind: 'clean' } : { kind: 'vulnerable', lines }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
