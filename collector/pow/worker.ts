import type { Port } from './messages.js'
import { search } from './search.js'
import { serve } from './serve.js'

/** A slice in the worker: short enough to hear a pause at once, long enough for breaks to cost nothing. */
serve(self as unknown as Port, search, 48, true)
