import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import { docsEndpoints } from './docs.js'
import type { DocsFile } from './docs-file.js'
import type { Info } from './document.js'
import { specEndpoint } from './spec.js'

export type { DocsFile }

/** What is served, for programs and for people. @param surfaces what it describes, besides itself. */
export function openApiSurface(surfaces: readonly Surface[], { url, files }: Info & { readonly files: readonly DocsFile[] }): Surface {
  const own: Surface = {
    name: 'documentation',
    summary: 'This description, and a page to try it on.',
    prefixes: ['/docs'],
    endpoints: [specEndpoint(() => [...surfaces, own], { url }), ...docsEndpoints(files)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
  return own
}
