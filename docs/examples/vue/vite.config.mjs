import vue from '@vitejs/plugin-vue'

export default { plugins: [vue()], server: { proxy: { '^/sign-up$': process.env.BACKEND } } }
