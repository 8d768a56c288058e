import { svelte } from '@sveltejs/vite-plugin-svelte'

export default { plugins: [svelte()], server: { proxy: { '^/sign-up$': process.env.BACKEND } } }
