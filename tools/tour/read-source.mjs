import { relative, sep } from 'node:path'
import { root } from '../lib/run.mjs'

/** The text of the doc comment that stands right above, in one line, without its marks and tags. @param {string} source @param {RegExp} declaration */
export function commentAbove(source, declaration) {
  const before = source.slice(0, declaration.exec(source)?.index ?? 0)
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before)?.[1]
  return comment
    ?.replace(/^\s*\*/gm, ' ')
    .replace(/\s@\w+[\s\S]*$/, '')
    .replace(/\{@link (\w+)\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Where a file is in the repository. @param {string} file */
export const pathOf = (file) => relative(root, file).split(sep).join('/')
