import { z } from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>>

/** Turns schemas into JSON Schema; those that have a name (`.meta({ id })`) are written once, and referred to. */
export interface Components {
  schemaOf(schema: z.ZodType): JsonSchema
  readonly schemas: Readonly<Record<string, JsonSchema>>
}

const IN_SCHEMA = '#/$defs/'
const IN_DOCUMENT = '#/components/schemas/'

function moveReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveReferences)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => {
    const isReference = name === '$ref' && typeof inner === 'string'
    return [name, isReference ? inner.replace(IN_SCHEMA, IN_DOCUMENT) : moveReferences(inner)]
  })
  return Object.fromEntries(entries) as unknown
}

/** Every integer is one that JavaScript counts exactly: that is no bound of the API's, and viewers would show it for an example. */
function forgetPrecision({ jsonSchema }: { readonly jsonSchema: { minimum?: number | undefined; maximum?: number | undefined } }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

export function createComponents(): Components {
  const schemas: Record<string, JsonSchema> = {}
  return {
    schemas,
    schemaOf(schema) {
      // What is sent is what goes in; of what is answered, new fields may come at any time.
      const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: forgetPrecision })
      for (const [name, definition] of Object.entries($defs)) schemas[name] = moveReferences(definition) as JsonSchema
      return moveReferences(own) as JsonSchema
    },
  }
}
