/** What a field may be long at most: honest signature headers stay below 1,500 characters, and Node's parser stops at 16 KiB for all headers. */
export const MAX_FIELD_CHARS = 8192

/**
 * Reads a text from left to right. Once anything was wrong it has failed for good and stands at the end, so that every loop over it ends:
 * parsers need not look after each step, and nothing throws.
 */
export class Cursor {
  readonly text: string
  at = 0
  failed = false

  constructor(text: string) {
    this.text = text
    if (text.length > MAX_FIELD_CHARS) this.fail()
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  /** @returns '' at the end. */
  peek(): string {
    return this.text.charAt(this.at)
  }

  next(): string {
    const c = this.peek()
    if (c === '') this.fail()
    else this.at++
    return c
  }

  /** Takes this character if it is the next one. */
  take(c: string): boolean {
    if (this.peek() !== c) return false
    this.at++
    return true
  }

  expect(c: string): void {
    if (!this.take(c)) this.fail()
  }

  /** Takes as many characters as belong to the class, one by one: linear. */
  takeWhile(isPart: (c: string) => boolean): string {
    const from = this.at
    while (!this.atEnd && isPart(this.peek())) this.at++
    return this.text.slice(from, this.at)
  }

  fail(): void {
    this.failed = true
    this.at = this.text.length
  }
}
