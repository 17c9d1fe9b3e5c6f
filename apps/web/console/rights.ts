import { computed } from 'vue';
import { useSession } from '../kit/session/session';

/** What the signed-in person may do at the desk; the server decides again. */
export function useRights() {
  const session = useSession();
  return {
    mayReport: computed(() => session.has('call_taker', 'dispatcher', 'duty_chief')),
    mayRelease: computed(() => session.has('call_taker', 'dispatcher', 'duty_chief')),
    mayDispatch: computed(() => session.has('dispatcher', 'duty_chief')),
    mayClose: computed(() => session.has('dispatcher', 'duty_chief')),
    /** Calling off what is urgent is the duty chief's. */
    mayCancel: (priority: string): boolean =>
      session.has(...(priority === 'P1' || priority === 'P2' ? [] : (['dispatcher'] as const)), 'duty_chief'),
    mayAdvise: computed(() => session.has('dispatcher', 'duty_chief', 'approver')),
    mayRestrict: computed(() => session.has('call_taker', 'dispatcher', 'duty_chief', 'approver')),
    /** Proposals may wait for this person. */
    mayJudge: computed(() => session.has('legal_reviewer', 'approver', 'property_custodian')),
  };
}
