/** What guards an address for somebody else, who may know more spellings of it. */
export interface Guards {
  /** Paths that a router may take for the guarded one. */
  readonly spellings: readonly string[]
  /** A path that needs no verdict. What stands there answers with the score that it was told, and with nothing where it was told none. */
  readonly open?: string
}

/** A score that no verdict has, in both spellings that a server may take for one. */
const FORGED = '9'
const headers = { 'Vouchsafe-Score': FORGED, Vouchsafe_Score: FORGED }

/** Whether all ways to the form are guarded alike, and nobody speaks for themselves. @throws Error with the first that is not so */
export async function checkSpellings(url: string, { spellings, open }: Guards): Promise<string> {
  for (const path of spellings) {
    const body = new URLSearchParams({ email: 'ada@shop.example' })
    const { status } = await fetch(`${url}${path}`, { method: 'POST', redirect: 'manual', headers, body })
    if (status !== 403) throw new Error(`${path} without a verdict: ${status} instead of 403`)
  }
  const told = open === undefined ? '' : await (await fetch(`${url}${open}`, { headers })).text()
  if (told !== '') throw new Error(`a score that the client made up came through: ${told}`)
  return `${spellings.length} spellings refused`
}
