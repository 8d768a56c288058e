export const USAGE = `vouchsafe — the attest-server

  vouchsafe serve                          start the server; configured by environment variables
  vouchsafe project create --name NAME --origin ORIGIN … [settings]
  vouchsafe project list
  vouchsafe project set --key pk_… [--name NAME] [--origin ORIGIN …] [settings]
  vouchsafe project rotate-key --key pk_… [--type secret|site]
  vouchsafe key list                       the keys that sign verdicts
  vouchsafe key rotate [--now]             a new one; it signs in two minutes. With --now, for a key that got out: at once, and
                                           everything that older keys signed is worthless
  vouchsafe help

ORIGIN is an exact origin such as https://shop.example, or the word loopback for every loopback origin. It may be given several times.

Settings of a project:
  --enforce on|off                         whether its pages may show the challenge and block screens
  --noscript on|off                        whether visitors without JavaScript may use the signed form
  --contact mailto:…|https://…             for people who need help

  --json                                   print the result as JSON

Environment: HOST, PORT, VOUCHSAFE_DATA_DIR, VOUCHSAFE_PUBLIC_URL, VOUCHSAFE_TRUSTED_PROXIES, VOUCHSAFE_VERDICT_SECONDS,
VOUCHSAFE_CHALLENGE_SECONDS, VOUCHSAFE_POW_DIFFICULTY, VOUCHSAFE_RETENTION_DAYS, VOUCHSAFE_VERDICT_RECORDS, VOUCHSAFE_SIGNING_ALG,
VOUCHSAFE_LOG`
