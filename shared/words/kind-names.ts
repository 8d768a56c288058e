/** What a bot looks like, in words. */
export const kindNames: Readonly<Record<string, string>> = {
  'framework-automation': 'a browser driven by a framework',
  replay: 'a person’s movements, played back',
  scraping: 'somebody who collects pages',
  'form-spam': 'somebody who fills in forms in bulk',
  'credential-stuffing': 'somebody who tries stolen passwords',
  'account-takeover': 'somebody who is after one account',
  'click-fraud': 'somebody who presses for money',
  'ai-agent': 'an agent that a language model drives',
  unknown: 'no kind of program that we know',
}
