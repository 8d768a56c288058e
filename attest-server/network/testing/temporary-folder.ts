import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  /** @param modified seconds since 1970; a file that is written twice within a clock tick is told apart by it. @returns the path */
  readonly write: (name: string, content: string | Buffer, modified?: number) => string
  readonly path: (name: string) => string
  readonly remove: () => void
}

export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-network-'))
  const path = (name: string) => join(folder, name)
  return {
    path,
    write: (name, content, modified) => {
      writeFileSync(path(name), content)
      if (modified !== undefined) utimesSync(path(name), modified, modified)
      return path(name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
