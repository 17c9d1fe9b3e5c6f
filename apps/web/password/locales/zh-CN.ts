/** Words of the page for passwords; `en.ts` has the same keys. */
export default {
  title: { own: '修改密码', secret: '设置密码' },
  secret: '一次性口令',
  aboutSecret: '用管理员发给您的链接或一次性口令设置密码。密码只有您本人知道。',
  aboutOwn: '账号 {account}。修改后，其他设备上的登录全部退出。',
  present: '原密码',
  set: '设置密码',
  done: { own: '密码已修改，其他设备上的登录已退出。', secret: '账号 {account} 的密码已设置，请登录。' },
  leave: { own: '返回', secret: '去登录' },
  missing: '请填写一次性口令，并两次输入相同的密码',
};
