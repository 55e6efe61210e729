<?php
/**
 * What a page shows to prove that its author has put this room on it.
 *
 * Nothing is stored for it. It names the post, and is checked against it at every join: whoever may not read the post any more,
 * because it is not published, is private or has a password, is not let in. Nobody can make rooms by asking for names.
 *
 * @package OtRoom
 */

namespace OtRoom;

/** Who may enter a room: everybody who sees the page, or those of them who are signed in. */
const ACCESS = array( 'everyone', 'members' );

/** Days that a grant holds: pages are cached, but not for ever. */
const GRANT_DAYS = 30;

/** `{access}-{signature}-{post}-{day}`; post 0 is what no author writes, such as a widget or a template. */
function grant_for( string $room, string $access ): string {
	return signed_grant( $room, $access, granting_post(), intdiv( time(), DAY_IN_SECONDS ) );
}

function signed_grant( string $room, string $access, int $post, int $day ): string {
	$site      = get_current_blog_id();
	$signature = substr( hash_hmac( 'sha256', "$site\n$access\n$post\n$day\n$room", grant_key() ), 0, 32 );
	return "$access-$signature-$post-$day";
}

/** The post whose content is being shown; 0 outside of one. */
function granting_post(): int {
	$post = get_post();
	return $post instanceof \WP_Post ? $post->ID : 0;
}

/**
 * Whether what is shown now may carry a grant. Outside of a post only pages do: an author could have a block or a shortcode of
 * their own rendered by other requests without ever publishing it.
 */
function may_grant(): bool {
	$is_page = ! ( defined( 'REST_REQUEST' ) && REST_REQUEST ) && ! wp_doing_ajax() && ! is_admin();
	return $is_page || granting_post() > 0;
}

/**
 * The access that a grant gives to a room.
 *
 * @throws Problem `not-allowed` for a grant of another room or another site, one that is too old, or of a post that the visitor may not read.
 */
function access_by( string $grant, string $room ): string {
	$reload = new Problem( 'not-allowed', __( 'This page may not open this room. Reload it.', 'ot-room' ) );
	if ( 1 !== preg_match( '/^([a-z]+)-[0-9a-f]{32}-(\d{1,20})-(\d{1,6})$/D', $grant, $parts ) ) {
		throw $reload;
	}
	list( , $access, $post, $day ) = $parts;
	$age = intdiv( time(), DAY_IN_SECONDS ) - (int) $day;
	$ours = in_array( $access, ACCESS, true ) && hash_equals( signed_grant( $room, $access, (int) $post, (int) $day ), $grant );
	if ( ! $ours || $age < 0 || $age > GRANT_DAYS || ! may_read( (int) $post, signed_in_user() ) ) {
		throw $reload;
	}
	return $access;
}

/** Whether a visitor may read a post now, as its page would decide. */
function may_read( int $post_id, ?\WP_User $user ): bool {
	if ( 0 === $post_id ) {
		return true;
	}
	$post = get_post( $post_id );
	if ( ! $post instanceof \WP_Post || post_password_required( $post ) ) {
		return false;
	}
	$status = (string) get_post_status( $post );
	if ( is_post_status_viewable( $status ) ) {
		return true;
	}
	if ( null === $user || ! user_can( $user, 'read_post', $post_id ) ) {
		return false;
	}
	// A draft opens rooms for those who could publish it.
	return 'private' === $status || user_can( $user, 'publish_post', $post_id );
}

/** Derived, so that it can never stand for anything else that WordPress signs. */
function grant_key(): string {
	return hash_hmac( 'sha256', 'ot-room page grant', wp_salt( 'auth' ) );
}
