import { ref } from 'vue';

const KEY = 'qijing.large';

/** Whether everything is shown bigger (大字版). */
export const large = ref(localStorage.getItem(KEY) === '1');

/** Shows everything bigger or not, and remembers it on this phone. */
export function setLarge(wanted: boolean): void {
  large.value = wanted;
  document.documentElement.classList.toggle('q-large', wanted);
  localStorage.setItem(KEY, wanted ? '1' : '0');
}

document.documentElement.classList.toggle('q-large', large.value);
