/** Mounts a paper about a claim, to print; everything it does lives in src/paper. */
import { mount } from '../../paper/app.tsx';

const root = document.getElementById('app');
if (root) mount(root);
