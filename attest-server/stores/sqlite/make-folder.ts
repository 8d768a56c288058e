import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

function fault(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path} is no folder`), { code, path })
}

/**
 * Makes a folder and those above it that are missing, each by itself: where the system answers ENOENT for a folder that is there
 * (`/proc`), Node's own `recursive` tries for ever.
 * @param mode of every folder that is made.
 * @throws the system's error, or ENOTDIR where something else stands in the way.
 */
export function makeFolder(folder: string, mode: number): void {
  const path = resolve(folder)
  if (isFolder(path)) return
  if (statSync(path, { throwIfNoEntry: false })) throw fault('ENOTDIR', path)
  const parent = dirname(path)
  // The root of a drive that does not exist.
  if (parent === path) throw fault('ENOENT', path)
  makeFolder(parent, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error
  }
}
