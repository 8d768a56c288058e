import { SignUpForm } from './sign-up-form.jsx'

export const dynamic = 'force-dynamic'

export default function Page() {
  return <SignUpForm siteKey={process.env.VOUCHSAFE_KEY} endpoint={process.env.VOUCHSAFE_URL} />
}
