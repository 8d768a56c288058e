import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleNames } from '../../assets/load-assets.js'

const viewer = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const

/** Stand-ins for what a build makes: their addresses are served, whatever is in them. */
export function writePlaceholders(folder: string): void {
  mkdirSync(join(folder, 'docs'), { recursive: true })
  for (const name of bundleNames) writeFileSync(join(folder, name), `// ${name}\n`)
  for (const name of viewer) writeFileSync(join(folder, 'docs', name), `/* ${name} */\n`)
}
