import { checkoutPage, orderForm } from '../pages/checkout.js'
import { enforcedPage } from '../pages/home.js'
import { logInForm, logInPage } from '../pages/log-in.js'
import { signUpForm } from '../pages/sign-up-form.js'
import { signUpPage } from '../pages/sign-up-page.js'
import { DEMO_READER, type Readers } from '../readers.js'
import type { GuardedForm, Typed } from './guarded-form.js'

// A dot parts what is repeated: with dots inside of it, an address of 64 KB would take seconds.
const looksLikeEmail = (text = ''): boolean => /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/.test(text)

function signUp(readers: Readers): GuardedForm['submit'] {
  return ({ email, password = '' }: Typed) => {
    if (!looksLikeEmail(email)) return { notice: 'Please give an e-mail address, such as name@example.com.', status: 422 }
    if (password.length < 8) return { notice: 'Please choose a password of at least 8 characters.', status: 422 }
    readers.add(email!, password)
    return { ending: '/welcome' }
  }
}

/** Every form of the site. What is cheap to undo takes a weak verdict, an order does not. */
export const guardedForms = (readers: Readers): readonly GuardedForm[] => [
  {
    path: '/sign-up',
    action: 'sign-up',
    minAssurance: 'noscript',
    kept: ['email'],
    page: signUpPage,
    form: (state) => signUpForm(state),
    submit: signUp(readers),
  },
  {
    path: '/enforced',
    action: 'sign-up',
    minAssurance: 'noscript',
    kept: ['email'],
    page: enforcedPage,
    form: (state) => signUpForm(state, '/enforced'),
    submit: signUp(readers),
  },
  {
    path: '/login',
    action: 'log-in',
    minAssurance: 'unsigned',
    kept: ['email'],
    page: (state) => logInPage(DEMO_READER, state),
    form: logInForm,
    submit: ({ email = '', password = '' }) =>
      readers.knows(email, password) ? { ending: '/desk' } : { notice: 'That e-mail and password do not belong together.', status: 401 },
  },
  {
    path: '/checkout',
    action: 'checkout',
    minAssurance: 'signed',
    kept: ['name', 'email', 'address', 'postcode', 'city'],
    page: checkoutPage,
    form: orderForm,
    submit: ({ name, email }) =>
      name && looksLikeEmail(email) ? { ending: '/thank-you' } : { notice: 'Please give a name and an e-mail address.', status: 422 },
  },
]
