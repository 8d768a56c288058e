// Marks WordPress's own forms, whose markup no plug-in can change: the collector serves forms that say what they are for.
const actions = { loginform: 'login', registerform: 'register', lostpasswordform: 'lost-password', commentform: 'comment' }
for (const [id, action] of Object.entries(actions)) document.getElementById(id)?.setAttribute('data-vouchsafe', action)
