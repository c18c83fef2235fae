/** How everything of the sidebar looks: for each page that shows parts of it. */
import './sidebar.css';
import './visit/fields.css';
import './visit/lines.css';
import './visit/bill.css';
import './visit/coverage-check/coverage-check.css';
import './worklist.css';
import './claims/claims.css';
import './claims/acts/acts.css';
import './claims/lists/lists.css';
