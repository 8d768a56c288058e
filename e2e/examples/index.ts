import type { Example } from './harness/example.js'
import { backends } from './kinds/backends.js'
import { next } from './kinds/next.js'
import { openapiClient } from './kinds/openapi-client.js'
import { pages } from './kinds/pages.js'
import { wordpress } from './kinds/wordpress.js'

/** Every example of docs/examples. */
export const examples: readonly Example[] = [...pages, ...backends, next, openapiClient, wordpress]
