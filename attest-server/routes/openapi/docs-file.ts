/** A file of the interactive page. */
export interface DocsFile {
  /** `swagger-ui.css` */
  readonly name: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}
