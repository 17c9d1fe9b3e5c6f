import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { useAct, type Act } from '../../kit/api/act';
import { api, data, type Schemas } from '../../kit/api/client';
import { Problem } from '../../kit/api/problem';

export type Account = Schemas['AccountAnswer'];

/** What may be asked of an account. */
export type AccountAct =
  | { kind: 'change'; account: Account; body: Schemas['ChangeAccountRequest'] }
  | { kind: 'confirm' | 'refuse' | 'reset' | 'unlock'; account: Account };

/** An account after an act, and the one-time secret where the act hands one out. */
type Decided = Schemas['DecidedAccountAnswer'];

/** What is to be given to a person: shown once. */
export type HandedOut = NonNullable<Decided['handedOut']> & { readonly account: string };

/** All accounts, page by page: a bureau has some hundreds. */
export async function allAccounts(): Promise<Account[]> {
  const all: Account[] = [];
  let after: string | undefined;
  do {
    const page = await data(api.GET('/api/v1/accounts', { params: { query: { limit: 200, after } } }));
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}

function send(act: AccountAct): Promise<{ data?: Decided }> {
  const params = {
    path: { accountId: act.account.accountId },
    header: { 'If-Match': `"${String(act.account.version)}"` },
  };
  if (act.kind === 'change') return api.PATCH('/api/v1/accounts/{accountId}', { params, body: act.body });
  if (act.kind === 'confirm') return api.POST('/api/v1/accounts/{accountId}/confirm', { params });
  if (act.kind === 'refuse') return api.POST('/api/v1/accounts/{accountId}/refuse', { params });
  if (act.kind === 'reset') return api.POST('/api/v1/accounts/{accountId}/reset', { params });
  return api.POST('/api/v1/accounts/{accountId}/unlock', { params });
}

/** The accounts, what may be done to them, and why the last attempt failed. */
export function useAccounts(): {
  accounts: ComputedRef<Account[] | undefined>;
  act: Act<AccountAct, Decided>;
  handedOut: Ref<HandedOut | undefined>;
  problem: ComputedRef<Problem | undefined>;
  refresh: () => Promise<void>;
} {
  const queries = useQueryClient();
  const { data: accounts, error } = useQuery({ queryKey: ['accounts'], queryFn: allAccounts });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['accounts'] });
  const handedOut = ref<HandedOut>();
  const act = useAct(send, {
    done: ({ account, handedOut: shown }) => {
      if (shown) handedOut.value = { ...shown, account };
      return refresh();
    },
  });
  const problem = computed(() => act.problem.value ?? (error.value instanceof Problem ? error.value : undefined));
  return { accounts: computed(() => accounts.value), act, handedOut, problem, refresh };
}
