/** A stretch of a rule's source, in UTF-16 code units from 0: what editors count in. */
export interface Span {
  readonly offset: number
  readonly length: number
}

/** Where something stands, for people: lines and columns from 1, columns in UTF-16 code units. */
export interface Position extends Span {
  readonly line: number
  readonly column: number
}

export type FaultCode =
  | 'empty'
  | 'source-too-long'
  | 'character-unexpected'
  | 'string-unterminated'
  | 'string-malformed'
  | 'number-malformed'
  | 'token-unexpected'
  | 'too-deep'
  | 'too-many-nodes'
  | 'too-many-items'
  | 'field-unknown'
  | 'field-not-boolean'
  | 'operator-mismatch'
  | 'value-mismatch'
  | 'value-unknown'

/** What is wrong with a rule's source. The message is a sentence for the rule's author; it holds no more of the source than one word. */
export interface RuleFault {
  readonly code: FaultCode
  readonly message: string
  readonly at: Position
  /** What was probably meant. */
  readonly suggestion?: string
}

/** A fault before its offset has become a line and a column. */
export interface Fault {
  readonly code: FaultCode
  readonly message: string
  readonly at: Span
  readonly suggestion?: string
}

/** At least one, in the order of the source. Syntax gives one; types give up to {@link MOST_FAULTS}. */
export type RuleFaults = readonly [RuleFault, ...RuleFault[]]
export const MOST_FAULTS = 20

export function locate(fault: Fault, source: string): RuleFault {
  const before = source.slice(0, fault.at.offset)
  const lineStart = before.lastIndexOf('\n') + 1
  const line = before.split('\n').length
  return { ...fault, at: { ...fault.at, line, column: before.length - lineStart + 1 } }
}

const LONGEST_WORD = 64
/** A word of the source as a message quotes it: whoever sends 4 KiB of one name need not get them back. */
export const quoted = (word: string): string => `"${word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word}"`

/** The message with what was probably meant, for people who see nothing but text. */
export const sayFault = ({ message, suggestion }: Pick<RuleFault, 'message' | 'suggestion'>): string =>
  suggestion === undefined ? message : `${message} Did you mean ${quoted(suggestion)}?`
